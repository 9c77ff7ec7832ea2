import { answerAskButtons } from './bell.js'
import { showCartCount } from './cart-count.js'
import { askAboutCookies } from './cookie-card.js'
import { runDemoStrip } from './demo-strip.js'

showCartCount()
askAboutCookies()
answerAskButtons()
runDemoStrip()
