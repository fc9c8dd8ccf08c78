import { Link } from 'wouter';
import { t } from '@/i18n';
import { BAR_ACTIONS } from './panels';
import css from './EditorBar.module.css';
import { LabTitle } from './LabTitle';
import { Logo } from './Logo';
import { SaveStatus } from './SaveStatus';
import { PreferencesMenu } from './PreferencesMenu';

/** The bar on top of the editor: where one is, whether it is saved, what can be done with the lab. */
export function EditorBar() {
  return (
    <header className={css.bar}>
      <Link href="/" className={css.home} aria-label={t('Vethwork, all labs')}>
        <Logo mark />
      </Link>
      <span className={css.slash} aria-hidden>
        /
      </span>
      <LabTitle />
      <SaveStatus />
      <div className={css.actions}>
        {BAR_ACTIONS.map((Action, index) => (
          <Action key={index} />
        ))}
        <PreferencesMenu />
      </div>
    </header>
  );
}
