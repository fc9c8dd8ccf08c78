import { SignInForm } from '@/features/account';
import { t } from '@/i18n';
import { Logo } from './Logo';
import css from './SignInPage.module.css';

/** A one-time link that was no good leads here. */
function isLinkUsedUp(): boolean {
  return new URLSearchParams(window.location.search).get('link') === 'expired';
}

export function SignInPage() {
  return (
    <main className={css.page}>
      <div className={css.card}>
        <Logo />
        <div>
          <h1 className={css.title}>{t('Sign in')}</h1>
          <p className={css.text}>{t('Draw a network, and Linux runs it for real.')}</p>
        </div>
        {isLinkUsedUp() && (
          <p className={css.usedUp} role="alert">
            {t('This link opens nothing any more. Ask for a new one, or sign in with your password.')}
          </p>
        )}
        <SignInForm />
        <p className={css.hint}>
          {t('On your own machine the start-up prints a link that signs you in once, without a password.')}
        </p>
      </div>
    </main>
  );
}
