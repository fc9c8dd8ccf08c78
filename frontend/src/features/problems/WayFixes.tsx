import { useState } from 'react';
import { Wrench } from 'lucide-react';
import { askRepairs, errorText, type FixesOffered } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Button, toast } from '@/ui';
import css from './WayFixes.module.css';
import { makeFix } from './makeFix';

/** Who did not reach which address, and how it asked. */
export interface ClosedWay {
  source: string;
  target: string;
  probe: string;
}

/** Asks what would let the packets through, and does it at a press. */
export function WayFixes(way: ClosedWay) {
  const lab = useLab();
  const [offered, setOffered] = useState<FixesOffered | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      await lab.provider.flush();
      setOffered(await askRepairs(lab.id, way));
    } catch (error) {
      toast({ tone: 'bad', title: t('No fix was found'), text: errorText(error) });
    }
    setBusy(false);
  };
  if (!lab.canEdit) return null;
  if (offered === null) {
    return (
      <div className={css.fixes}>
        <Button size="s" busy={busy} icon={<Wrench size={13} aria-hidden />} onClick={() => void ask()}>
          {t('Look for a fix')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.fixes}>
      {offered.way.length === 0 && <p>{t('Nothing in the drawing is known to help.')}</p>}
      {offered.way.map((fix) => (
        <Button
          key={fix.title}
          size="s"
          className={css.fix}
          icon={<Wrench size={13} aria-hidden />}
          onClick={() => {
            makeFix(lab, fix, offered.revision);
            setOffered(null);
          }}
        >
          {fix.title}
        </Button>
      ))}
    </div>
  );
}
