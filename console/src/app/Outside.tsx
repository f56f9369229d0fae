import {Button, Result} from 'antd';
import {useTranslation} from 'react-i18next';
import {trainingFor} from '@/shared/space';

const NO_ROLES: ReadonlySet<string> = new Set();

/** After logging out. */
export function SignedOut({onLogIn}: {onLogIn: () => void}) {
  const {t, i18n} = useTranslation();
  return (
    <main>
      <Result
        status="success"
        title={t('outside.signedOut')}
        extra={
          <>
            <Button type="primary" size="large" onClick={onLogIn}>
              {t('outside.logIn')}
            </Button>
            <p style={{color: '#4a5564', marginTop: 24}}>
              {t('training.offer')}{' '}
              <a style={{textDecoration: 'underline'}} href={trainingFor(NO_ROLES, i18n.language)}>{t('training.enter')}</a>
            </p>
          </>
        }
      />
    </main>
  );
}

/** The gateway or the login service cannot be reached. */
export function NotStarted() {
  const {t} = useTranslation();
  return (
    <main>
      <Result
        status="warning"
        title={t('outside.notStarted')}
        subTitle={t('outside.notStartedAdvice')}
        extra={
          <Button type="primary" size="large" onClick={() => window.location.reload()}>
            {t('outside.tryAgain')}
          </Button>
        }
      />
    </main>
  );
}
