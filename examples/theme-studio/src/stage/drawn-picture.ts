/** A picture of nothing in particular, in the hue of its name: for what a shop or a shopper would have photographed. */
export function drawnPicture(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = 480
  canvas.height = 320
  const brush = canvas.getContext('2d')
  if (!brush) return canvas
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360
  brush.fillStyle = `hsl(${hue} 30% 86%)`
  brush.fillRect(0, 0, 480, 320)
  brush.fillStyle = `hsl(${hue} 26% 74%)`
  brush.fillRect(0, 236, 480, 84)
  brush.fillStyle = `hsl(${hue} 38% 46%)`
  brush.beginPath()
  brush.roundRect(168, 96, 144, 168, 24)
  brush.fill()
  brush.fillStyle = `hsl(${hue} 38% 62%)`
  brush.fillRect(168, 148, 144, 36)
  return canvas
}
