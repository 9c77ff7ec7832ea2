/** What a list of articles shows. */
export interface ArticleHead {
  readonly id: string
  readonly title: string
  /** One quiet line under the title. */
  readonly teaser?: string
}

/**
 * A help article. `body` is plain text with a small part of Markdown: blank lines separate paragraphs, `- ` starts a list item,
 * `## ` a heading, `**bold**` and `[words](https://…)` are understood. Nothing else is; HTML is shown as the characters it is.
 */
export interface Article extends ArticleHead {
  readonly body: string
}

/** A shelf of articles. */
export interface Topic {
  readonly id: string
  readonly title: string
  readonly articles: readonly ArticleHead[]
}
