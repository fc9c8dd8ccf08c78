import { useState, type SyntheticEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { errorText, useSignIn } from '@/api';
import { t } from '@/i18n';
import { Button, Field, Input } from '@/ui';
import css from './SignInForm.module.css';

export function SignInForm() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ username, password });
  };
  return (
    <form className={css.form} onSubmit={onSubmit}>
      <Field label={t('Name')}>
        {(ids) => (
          <Input
            {...ids}
            required
            autoFocus
            name="username"
            autoComplete="username"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('Password')}>
        {(ids) => (
          <Input
            {...ids}
            required
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {signIn.isError && (
        <p className={css.error} role="alert">
          <CircleAlert size={16} aria-hidden />
          {errorText(signIn.error)}
        </p>
      )}
      <Button variant="primary" size="l" type="submit" busy={signIn.isPending}>
        {t('Sign in')}
      </Button>
    </form>
  );
}
