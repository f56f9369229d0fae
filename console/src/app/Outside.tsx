import {Button, Result} from 'antd';
import {useTranslation} from 'react-i18next';

/** After logging out. */
export function SignedOut({onLogIn}: {onLogIn: () => void}) {
  const {t} = useTranslation();
  return (
    <main>
      <Result
        status="success"
        title={t('outside.signedOut')}
        extra={
          <Button type="primary" size="large" onClick={onLogIn}>
            {t('outside.logIn')}
          </Button>
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
