/** The one way to the REST API: typed by the server's own schema, with the CSRF token on every change. */
import createClient, { type Middleware } from 'openapi-fetch';
import { apiError, noAnswer } from './errors';
import type { paths } from './schema';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
let csrfToken = '';

/** Every session answer brings the token that the next changes must carry. */
export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

const withCsrfToken: Middleware = {
  onRequest({ request }) {
    if (!SAFE_METHODS.has(request.method)) request.headers.set('X-CSRFToken', csrfToken);
    return request;
  },
};

export const client = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  // Looked up on each call, so that whoever replaces the page's `fetch` is heard.
  fetch: (request) => globalThis.fetch(request),
});
client.use(withCsrfToken);

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of an answer; anything else is thrown as an ApiError. */
export async function unwrap<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw apiError(response.status, error);
  return data as Data;
}
