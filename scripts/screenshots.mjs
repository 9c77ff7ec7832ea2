// The README's pictures, made by playing both sides of the counter. Run `npm run build` first. With `skins`, and a folder behind it, a
// sheet of pictures per skin instead; more words behind that are the skins that are wanted.
import { runTypescript } from './run-typescript.mjs'

const [what, folder = 'pictures-of-skins', ...wanted] = process.argv.slice(2)
if (what === 'skins') {
  const { takeSkinPictures } = await runTypescript('e2e/take-skin-pictures.ts')
  await takeSkinPictures(folder, wanted)
} else {
  const { takePictures } = await runTypescript('e2e/take-pictures.ts')
  await takePictures()
}
