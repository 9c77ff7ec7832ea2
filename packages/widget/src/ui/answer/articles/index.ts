// What articles are listed and read with, reached by one dynamic import only (see ../later-parts.ts).
export { articleWords as words } from '@shopbell/core'
export { default as css } from '../../../styles/articles.css?inline'
export { ArticleCard } from './article-card.js'
export { ArticleList } from './article-list.js'
export { ArticleView } from './article-view.js'
