import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '@/i18n';
import css from './Dialog.module.css';
import { returnFocus } from './keptFocus';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  width?: string;
  /** Nothing but a button of the footer closes it: leave `open` as it is in `onOpenChange`. */
  mustChoose?: boolean;
  footer?: ReactNode;
  children?: ReactNode;
}

/** Made when the first dialog opens. */
export function DialogWindow({
  open,
  onOpenChange,
  title,
  description,
  width = '30rem',
  mustChoose = false,
  footer,
  before,
  children,
}: DialogProps & {
  /** What had the focus, and gets it back. */
  before: readonly Element[];
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.overlay} />
        <Radix.Content
          className={css.dialog}
          style={{ width }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus(before);
          }}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <header className={css.header}>
            <div>
              <Radix.Title className={css.title}>{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className={css.description}>{description}</Radix.Description>
              )}
            </div>
            {!mustChoose && (
              <Radix.Close className={css.close} aria-label={t('Close')}>
                <X size={17} />
              </Radix.Close>
            )}
          </header>
          {children !== undefined && <div className={css.body}>{children}</div>}
          {footer !== undefined && <footer className={css.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
