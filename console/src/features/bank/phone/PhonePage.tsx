import {Button, Card, Checkbox, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {answer, api} from '@/api/client';
import {deskPhone, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {useKept} from '@/shared/kept';
import {OrderHead} from '@/shared/order/OrderHead';
import {type Order, useOrder} from '@/shared/order/queries';
import {Notice} from '@/shared/plain/Notice';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useSession} from '@/shared/session';
import {useAct} from '@/shared/useAct';
import styles from '../bank.module.css';
import {useOperator} from '../operator';
import {Books} from './Books';
import {CallerFields} from './CallerFields';
import {Calls} from './Calls';
import {type Checked, type Opening, emptyPhone, faultsOf, openingOf, refusalOf} from './phoneText';
import {Proof} from './Proof';
import {Told} from './Told';

/** What stands below a field. */
export type Word = (field: string) => string | null;

/** The bank has stopped an account on a call, or for a victim at its counter, and opens the record itself. */
export function PhonePage() {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const operator = useOperator();
  const kept = useKept('phoned stop', emptyPhone);
  const {value: text, set} = kept;
  const [checked, setChecked] = useState<Checked | null>(null);
  const [tried, setTried] = useState(false);
  const [born, setBorn] = useState<Order | null>(null);
  const stations = useInstitutions().filter((each) => each.kind === 'POLICE' && !each.disabled);
  const station = stations.find((each) => each.name === text.stationName.trim());
  const open = useAct(
    (opening: Opening, requestId) => answer(api.POST('/v1/stopOrders:openByPhone', {body: {...opening, requestId}})),
    (order: Order) => {
      kept.forget();
      setBorn(order);
    },
  );
  if (born) {
    const again = () => {
      set(emptyPhone());
      setChecked(null);
      setTried(false);
      setBorn(null);
      open.reset();
    };
    return <Born order={born} onAgain={again} />;
  }
  const faults = faultsOf(text, station?.id ?? '');
  const refusal = refusalOf(open.error);
  const word: Word = (field) => {
    const fault = tried ? faults[field] : undefined;
    if (fault) return t(`phone.fault.${fault}`);
    return refusal?.field === field ? refusal.detail : null;
  };
  const complete = Object.keys(faults).length === 0;
  const send = () => {
    setTried(true);
    if (complete) open.mutate(openingOf(text, station?.id ?? '', checked?.callCode ?? '', operator));
  };
  return (
    <div className={styles.pane} style={{maxWidth: 1080, margin: '0 auto'}}>
      <h1 className={styles.pageTitle}>{t('phone.title')}</h1>
      <Notice type="info" title={t('phone.rule')} />
      <CallerFields text={text} onChange={set} word={word} stations={stations} />
      <Told text={text} onChange={set} word={word} />
      <Proof
        text={text}
        onChange={set}
        word={word}
        directoryPhone={station ? deskPhone(station, 'UNIT_DESK') : ''}
        checked={checked}
        onChecked={setChecked}
      />
      <Books text={text} onChange={set} word={word} />
      <Card size="small" title={t('phone.late')}>
        <Labelled label={common('notice.lateReason')} error={word('lateReason')}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={text.lateReason}
              onChange={(event) => set({...text, lateReason: event.target.value})}
            />
          )}
        </Labelled>
        {(refusal?.field === 'confirmTimes' || text.confirmTimes) && (
          <Checkbox
            checked={text.confirmTimes}
            onChange={(event) => set({...text, confirmTimes: event.target.checked})}
          >
            {common('notice.confirmTimes')}
          </Checkbox>
        )}
        <ProblemNotice failure={open.error} onRetry={send} />
        <div className={styles.acts}>
          <Button type="primary" size="large" loading={open.isPending} onClick={send}>
            {t('phone.send')}
          </Button>
          {tried && !complete && (
            <span role="alert" className={styles.fault}>
              {t('stop.incomplete')}
            </span>
          )}
        </div>
      </Card>
    </div>
  );
}

function Born({order: opened, onAgain}: {order: Order; onAgain: () => void}) {
  const {t} = useTranslation('bank');
  const order = useOrder(opened.id ?? '', 'LIAISON_DESK').data ?? opened;
  const {roles} = useSession();
  return (
    <div className={styles.pane} style={{maxWidth: 1080, margin: '0 auto'}}>
      <Notice
        type={order.state === 'STOPPED' ? 'success' : 'warning'}
        title={t(order.state === 'STOPPED' ? 'phone.born' : 'phone.bornEnded')}
        description={order.endReason}
      />
      <OrderHead order={order} />
      <Calls order={order} />
      <div className={styles.acts}>
        {roles.has('bank-liaison') && <Link to={`/bank/orders/${order.id}`}>{t('phone.openOrder')}</Link>}
        <Button onClick={onAgain}>{t('phone.again')}</Button>
      </div>
    </div>
  );
}
