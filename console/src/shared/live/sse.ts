/** One server-sent event. */
export interface ServerEvent {
  type: string;
  id: string;
  data: string;
}

/**
 * Cuts a byte stream into events. Comment lines are signs of life and reach `onLife` like every other piece.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: ServerEvent) => void,
  onLife: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event: ServerEvent = {type: 'message', id: '', data: ''};
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    onLife();
    rest += decoder.decode(value, {stream: true});
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const raw of lines) {
      const line = raw.replace(/\r$/, '');
      if (line === '') {
        if (event.data !== '') onEvent(event);
        event = {type: 'message', id: '', data: ''};
      } else if (!line.startsWith(':')) {
        event = withField(event, line);
      }
    }
  }
}

function withField(event: ServerEvent, line: string): ServerEvent {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  switch (name) {
    case 'event':
      return {...event, type: value};
    case 'id':
      return {...event, id: value};
    case 'data':
      return {...event, data: event.data === '' ? value : `${event.data}\n${value}`};
    default:
      return event;
  }
}
