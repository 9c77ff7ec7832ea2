import { enFlowOpening } from '../../locales/en.flow-opening.js'
import type { FlowModule } from '../flow.js'
import { type ArticleStepId, chapter } from '../storefront-articles.js'

/** FAQs: topics and search over the shop's articles, and whether each has helped. */
export const articles: FlowModule<ArticleStepId> = {
  name: 'faq',
  entry: { id: 'faqs', label: 'menu.faqs', hint: 'menu.faqs.hint', icon: 'book', next: 'faq-topics', needs: 'faqs' },
  ...chapter,
  texts: { ...chapter.texts, 'menu.faqs': enFlowOpening['menu.faqs'], 'menu.faqs.hint': enFlowOpening['menu.faqs.hint'] },
  routes: { faq: 'faq-search' },
}
