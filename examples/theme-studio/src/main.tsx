import { skins } from 'skins:all'
import { render } from 'preact'
import { keepDraft } from './keep-draft.js'
import { createStudio } from './studio.js'
import './styles/studio.css'
import { App } from './ui/app.js'

const root = document.getElementById('studio')
const studio = createStudio(skins)
keepDraft(studio, sessionStorage)
if (root) render(<App studio={studio} />, root)
