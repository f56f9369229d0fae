import {Input, Modal} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {inFours} from '@/reading/account';
import {readAmount} from '@/reading/amount';
import {readTime} from '@/reading/time';
import {timeSaid} from '@/reading/time-text';
import {serverTime} from '@/shared/clock/serverTime';
import {Labelled} from '@/shared/form/Labelled';
import {capital, yuan} from '@/shared/money';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {type StopOrder, useRefresh} from '../data';
import styles from './orders.module.css';

type Transfer = Schema<'casefile.v1.Transfer'>;

/**
 * The account again, on a further payment to it: what was asked for once is not asked for twice, so a stop that has ended
 * is followed by one that rests on something new.
 */
export function AgainDialog({caseId, order, onClose}: {caseId: string; order: StopOrder; onClose: () => void}) {
  const {t, i18n} = useTranslation('cases');
  const [amount, setAmount] = useState('');
  const [time, setTime] = useState('');
  const [serialNumber, setSerialNumber] = useState('');
  const refresh = useRefresh(caseId);
  const send = useAct(
    (transfer: Transfer, requestId) =>
      answer(
        api.POST('/v1/cases/{id}:addTransfers', {
          params: {path: {id: caseId}},
          body: {transfers: [transfer], urgent: true, requestId},
        }),
      ),
    () => {
      refresh();
      onClose();
    },
  );
  const tongue = i18n.language === 'en' ? 'en' : 'zh';
  const fen = readAmount(amount);
  const paid = readTime(time, new Date(serverTime.now()));
  const ready = fen.state === 'sure' && paid.state === 'sure';
  const give = () => {
    if (fen.state !== 'sure' || paid.state !== 'sure' || send.isPending) return;
    send.mutate({
      payee: {
        kind: order.accountKind ?? 'ACCOUNT_KIND_UNSPECIFIED',
        institution: order.bank ?? '',
        accountNumber: order.accountNumber ?? '',
        accountName: order.accountName ?? '',
      },
      amountFen: fen.value.toString(),
      transferTime: paid.value.instant.toISOString(),
      serialNumber: serialNumber.trim(),
    });
  };
  return (
    <Modal
      open
      title={t('again.title')}
      okText={t('again.send')}
      okButtonProps={{danger: true, disabled: !ready, loading: send.isPending}}
      onOk={give}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <p className={styles.note}>{t('again.note')}</p>
        <p>
          <strong className={styles.account}>{inFours(order.accountNumber ?? '')}</strong> {order.accountName}
        </p>
        <Labelled label={t('again.amount')} error={null}>
          {(id) => (
            <Input id={id} autoFocus autoComplete="off" maxLength={60} value={amount} onChange={(event) => setAmount(event.target.value)} />
          )}
        </Labelled>
        <Read text={amount} said={fen.state === 'sure' ? `¥${yuan(fen.value)} ${capital(fen.value)}` : null} />
        <Labelled label={t('again.time')} error={null}>
          {(id) => (
            <Input id={id} autoComplete="off" maxLength={60} value={time} onChange={(event) => setTime(event.target.value)} />
          )}
        </Labelled>
        <Read text={time} said={paid.state === 'sure' ? timeSaid(paid.value.instant, tongue) : null} />
        <Labelled label={t('again.serial')} error={null}>
          {(id) => (
            <Input id={id} autoComplete="off" maxLength={60} value={serialNumber} onChange={(event) => setSerialNumber(event.target.value)} />
          )}
        </Labelled>
        <button type="submit" hidden />
      </form>
      <ProblemNotice failure={send.error} onRetry={give} />
    </Modal>
  );
}

/** What a text is taken for, below its field. */
function Read({text, said}: {text: string; said: string | null}) {
  const {t} = useTranslation('cases');
  if (text.trim() === '') return null;
  return <p className={styles.read}>{said ?? t('correct.unreadable')}</p>;
}
