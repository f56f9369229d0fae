import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import {Button} from '@/shared/plain/Button';
import {trainingFor} from '@/shared/space';
import icon from './icon.svg';
import styles from './Outside.module.css';

const NO_ROLES: ReadonlySet<string> = new Set();

/** After logging out. */
export function SignedOut({onLogIn}: {onLogIn: () => void}) {
  const {t, i18n} = useTranslation();
  return (
    <main>
      <Word title={t('outside.signedOut')}>
        <Button tone="primary" size="large" onClick={onLogIn}>
          {t('outside.logIn')}
        </Button>
        <p>
          {t('training.offer')} <a href={trainingFor(NO_ROLES, i18n.language)}>{t('training.enter')}</a>
        </p>
      </Word>
    </main>
  );
}

/** The gateway or the login service cannot be reached. */
export function NotStarted() {
  const {t} = useTranslation();
  return (
    <main>
      <Word title={t('outside.notStarted')}>
        <p>{t('outside.notStartedAdvice')}</p>
        <Button tone="primary" size="large" onClick={() => window.location.reload()}>
          {t('outside.tryAgain')}
        </Button>
      </Word>
    </main>
  );
}

/** An address at which there is nothing for this user. */
export function Nothing() {
  const {t} = useTranslation();
  return (
    <Word title={t('nothing.title')}>
      <p>{t('nothing.advice')}</p>
    </Word>
  );
}

/** One word in the middle of an empty page, and what can be done next. */
function Word({title, children}: {title: string; children: ReactNode}) {
  return (
    <section className={styles.word}>
      <img src={icon} width={56} height={56} alt="" />
      <h1>{title}</h1>
      {children}
    </section>
  );
}
