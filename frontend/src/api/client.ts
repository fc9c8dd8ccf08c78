/** The one way to the REST API: typed by the server's own schema, with the CSRF token on every change. */
import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError, apiError, noAnswer } from './errors';
import type { paths } from './schema';
import type { Session } from './types';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
let csrfToken = '';

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

/** Reads who is signed in, and keeps the token that comes with it. */
export async function readSession(): Promise<Session> {
  const session = await unwrap(client.GET('/api/session'));
  csrfToken = session.csrf_token;
  return session;
}

/** A change; when another window has signed in since, the token is an old one and is read anew. */
export async function change<Data>(ask: () => Promise<Answer<Data>>): Promise<Data> {
  try {
    return await unwrap(ask());
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 403) throw error;
    await readSession();
    return unwrap(ask());
  }
}

/** The data of an answer; anything else is thrown as an ApiError. */
export async function unwrap<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw apiError(response.status, error);
  return data as Data;
}
