import { skins } from 'skins:all'
import { render } from 'preact'
import { createStudio } from './studio.js'
import './styles/studio.css'
import { App } from './ui/app.js'

const root = document.getElementById('studio')
if (root) render(<App studio={createStudio(skins)} />, root)
