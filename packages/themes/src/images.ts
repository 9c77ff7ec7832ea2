/**
 * A picture of one colour, as path data: what stands in the `d` of an SVG path, filled, in a square of 24 by 24. The picture takes the
 * colour of the words beside it, so it can be read wherever they can.
 */
export interface PathPicture {
  readonly path: string
}

/** A picture at an address, for the logo. It is worn only where the shop allows its host; a query or a fragment is not part of it. */
export interface HostedPicture {
  readonly address: `https://${string}`
}

/** The pictures that a theme can bring. Each is drawn in a square of its own and covers nothing. */
export interface Images {
  /** Beside the shop's name in the header, 24 px. The name stays. */
  readonly logo?: PathPicture | HostedPicture
  /** In place of the bell in the bot's mark, 15 px. The word beside it stays, and a person never wears it. */
  readonly avatar?: PathPicture
  /** In place of the bell on the launcher, 28 px. Drawn, since what does not come from a host would leave the way in empty. */
  readonly launcher?: PathPicture
}

/** Which pictures there are, and how many px each is wide and high. */
export const pictureSizes: { readonly [Picture in keyof Images]-?: number } = { logo: 24, avatar: 15, launcher: 28 }
