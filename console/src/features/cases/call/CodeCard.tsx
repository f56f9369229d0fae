import {Button, Card} from 'antd';
import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {Clock} from '@/shared/clock/Clock';
import {useNow} from '@/shared/clock/useNow';
import {Notice} from '@/shared/plain/Notice';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {type CallText, boundTo, spokenCode} from './callText';
import styles from './call.module.css';

type Issued = Schema<'freezing.v1.IssuedCallCode'>;

type Bound = ReturnType<typeof boundTo>;

/** The code by which the bank knows who calls. It is good for one bank, account and sum: other ones, another code. */
export function CodeCard({text, bank}: {text: CallText; bank: string}) {
  const bound = boundTo(text, bank);
  return <Code key={JSON.stringify(bound)} bound={bound} />;
}

/** The code lives in this component alone, goes when it is over or read out, and is never written anywhere. */
function Code({bound}: {bound: Bound}) {
  const {t} = useTranslation('cases');
  const [issued, setIssued] = useState<Issued | null>(null);
  const [over, setOver] = useState(false);
  const make = useAct(async (body: NonNullable<Bound>, requestId) => {
    setIssued(await answer(api.POST('/v1/callCodes', {body: {...body, requestId}})));
    setOver(false);
  });
  return (
    <Card size="small" title={t('call.code')}>
      {issued && (
        <Shown
          issued={issued}
          onHide={() => setIssued(null)}
          onOver={() => {
            setIssued(null);
            setOver(true);
          }}
        />
      )}
      {over && <Notice type="warning" role="status" title={t('call.expired')} style={{marginBottom: 8}} />}
      <ProblemNotice failure={make.error} onRetry={() => bound && make.mutate(bound)} />
      <Button
        type={issued ? 'default' : 'primary'}
        size="large"
        disabled={bound === null}
        loading={make.isPending}
        onClick={() => bound && make.mutate(bound)}
      >
        {t(issued || over ? 'call.again' : 'call.make')}
      </Button>
    </Card>
  );
}

function Shown({issued, onHide, onOver}: {issued: Issued; onHide: () => void; onOver: () => void}) {
  const {t} = useTranslation('cases');
  const gone = useNow() * 1000 >= Date.parse(issued.expireTime ?? '');
  useEffect(() => {
    if (gone) onOver();
  });
  return (
    <div className={styles.shown}>
      <strong className={styles.code} data-testid="call-code">
        {spokenCode(issued.code ?? '')}
      </strong>
      <div>
        {t('call.left')} <Clock due={issued.expireTime} name={t('call.left')} />
      </div>
      <p className={styles.hint}>{t('call.only')}</p>
      <Button onClick={onHide}>{t('call.hide')}</Button>
    </div>
  );
}
