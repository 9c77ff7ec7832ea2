/** The name of what a registered action throws once it has told the page why. */
export const ACTION_REFUSED = 'ActionRefused'
