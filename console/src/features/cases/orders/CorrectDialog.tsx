import {useMutation} from '@tanstack/react-query';
import {Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {readAccount} from '@/reading/account';
import {readAmount, yuanText} from '@/reading/amount';
import {readTime} from '@/reading/time';
import {timeSaid} from '@/reading/time-text';
import {serverTime} from '@/shared/clock/serverTime';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {capital, fenOf} from '@/shared/money';
import {type StopOrder, useRefresh} from '../data';
import styles from './orders.module.css';

/** Puts right what the bank says differs, and sends again. Fields start as they went out; only what is changed is sent. */
export function CorrectDialog({caseId, order, onClose}: {caseId: string; order: StopOrder; onClose: () => void}) {
  const {t, i18n} = useTranslation('cases');
  const [name, setName] = useState(order.accountName ?? '');
  const [number, setNumber] = useState(order.accountNumber ?? '');
  const transfers = order.transfers ?? [];
  const [amounts, setAmounts] = useState(() => transfers.map((each) => yuanText(fenOf(each.amountFen))));
  const [times, setTimes] = useState(() => transfers.map((each) => dateTime(each.transferTime)));
  const refresh = useRefresh(caseId);
  const account = readAccount(number);
  const now = new Date(serverTime.now());
  const readAmounts = amounts.map((each) => readAmount(each));
  const readTimes = times.map((each) => readTime(each, now));
  const ready = account.state === 'sure' && [...readAmounts, ...readTimes].every((each) => each.state === 'sure');
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/stopOrders/{id}:correct', {
          params: {path: {id: order.id ?? ''}},
          body: {
            payee: {
              accountName: name === order.accountName ? '' : name.trim(),
              accountNumber:
                account.state === 'sure' && account.value.number !== order.accountNumber ? account.value.number : '',
            },
            transfers: transfers.flatMap((each, index) => {
              const amount = readAmounts[index];
              const time = readTimes[index];
              const newAmount = amounts[index] !== yuanText(fenOf(each.amountFen)) && amount?.state === 'sure';
              const newTime = times[index] !== dateTime(each.transferTime) && time?.state === 'sure';
              return newAmount || newTime
                ? [
                    {
                      number: each.number ?? 0,
                      ...(newAmount ? {amountFen: amount.value.toString()} : {}),
                      ...(newTime ? {transferTime: time.value.instant.toISOString()} : {}),
                    },
                  ]
                : [];
            }),
            requestId: uuid(),
          },
        }),
      ),
    onSuccess: onClose,
    onSettled: refresh,
  });
  const field = order.answer?.mismatchedField;
  const tongue = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <Modal
      open
      width={640}
      title={t('act.correct')}
      okText={t('act.send')}
      okButtonProps={{disabled: !ready, loading: send.isPending}}
      onOk={() => send.mutate()}
      onCancel={onClose}
    >
      {field && <p className={styles.note}>{t('correct.differs', {field: t(`field.${field}`)})}</p>}
      <Line label={t('field.name')} value={name} onChange={setName} marked={field === 'name'} read="" />
      <Line
        label={t('field.account')}
        value={number}
        onChange={setNumber}
        marked={field === 'account'}
        read={account.state === 'sure' ? account.value.grouped : t('correct.unreadable')}
      />
      {transfers.map((each, index) => {
        const amount = readAmounts[index];
        const time = readTimes[index];
        return (
          <div key={each.number} className={styles.pair}>
            <Line
              label={`${t('field.amount')} ${each.number}`}
              value={amounts[index] ?? ''}
              marked={field === 'amount'}
              onChange={(text) => setAmounts(amounts.map((old, at) => (at === index ? text : old)))}
              read={amount?.state === 'sure' ? capital(amount.value) : t('correct.unreadable')}
            />
            <Line
              label={`${t('field.time')} ${each.number}`}
              value={times[index] ?? ''}
              marked={field === 'time'}
              onChange={(text) => setTimes(times.map((old, at) => (at === index ? text : old)))}
              read={time?.state === 'sure' ? timeSaid(time.value.instant, tongue) : t('correct.unreadable')}
            />
          </div>
        );
      })}
      <ProblemNotice failure={send.error} />
    </Modal>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  marked: boolean;
  read: string;
}

function Line({label, value, onChange, marked, read}: LineProps) {
  const id = useId();
  return (
    <div className={styles.line} data-marked={marked || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        autoFocus={marked}
        value={value}
        aria-describedby={`${id}-read`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-read`}>{read}</small>
    </div>
  );
}
