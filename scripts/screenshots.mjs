// The README's pictures, made by playing both sides of the counter. Run `npm run build` first.
import { runTypescript } from './run-typescript.mjs'

const { takePictures } = await runTypescript('e2e/take-pictures.ts')
await takePictures()
