/** The desk does not start, and the message is the one line that says why and what to do. */
export class StartRefused extends Error {}
