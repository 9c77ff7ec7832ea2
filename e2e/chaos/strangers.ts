/** What a stranger answers in place of the desk. */
export const strangers = {
  '503 with a page': page(503, 'text/html', '<!doctype html><h1>Back soon</h1>'),
  '502 with a page': page(502, 'text/html', '<html><body>Bad gateway</body></html>'),
  '200 with a page': page(200, 'text/html', '<!doctype html><title>Hotel Wi-Fi</title>Please sign in'),
  '200 with half an answer': page(200, 'application/json', '{"t":"committed","cmid":"'),
  '200 with an answer to something else': page(200, 'application/json', '{"ok":true}'),
  '204 with nothing': page(204, 'text/plain', ''),
  'bytes that are no HTTP': '\u0000\u0001\u0002 nothing of this world\r\n\r\n',
} as const

function page(status: number, type: string, body: string): string {
  // Readable from any page, so that the chat really meets the answer and not the browser's rules about origins.
  const head = [`HTTP/1.1 ${status} Stranger`, `Content-Type: ${type}`, 'Access-Control-Allow-Origin: *', 'Connection: close']
  return `${head.join('\r\n')}\r\n${status === 204 ? '' : `Content-Length: ${body.length}\r\n`}\r\n${body}`
}
