/** What the server said no to, or that it did not answer at all. */
import type { Problem } from '@/doc';
import { said, t, type Told } from '@/i18n';
import { sentence } from '@/lib/format';

export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Reads `{code, message, problems}`; an answer in another shape (a proxy's page) still says something. */
export function apiError(status: number, body: unknown): ApiError {
  const told = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string;
    message?: string;
    problems?: Problem[];
  } & Told;
  const message = told.message
    ? said(told.message, told)
    : t('The server answered with status {status}.', { status: String(status) });
  return new ApiError(status, told.code ?? `http-${status}`, message, told.problems ?? []);
}

export function noAnswer(): ApiError {
  return new ApiError(0, 'no-answer', t('The server does not answer. Is it running, and are you online?'));
}

/** What to tell a person about anything that was thrown. */
export function errorText(error: unknown): string {
  return sentence(error instanceof Error ? error.message : String(error));
}
