import { answerAskButtons } from './bell.js'
import { showCartCount } from './cart-count.js'
import { askAboutCookies } from './cookie-card.js'
import { runDemoStrip } from './demo-strip.js'
import { showOpeningHours } from './opening-hours.js'
import { followResumeLink } from './resume-link.js'

followResumeLink()
showCartCount()
askAboutCookies()
answerAskButtons()
runDemoStrip()
showOpeningHours()
