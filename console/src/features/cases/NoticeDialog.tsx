import {Input, Modal, Radio} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {readTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import {type Case, useRefresh} from './data';

type Delivery = Schema<'casefile.v1.NoticeDelivery'>;
type Body = Omit<Schema<'casefile.v1.RecordFilingNoticeRequestBody'>, 'requestId' | 'etag'>;

const DELIVERIES = ['IN_PERSON', 'BY_POST', 'ELECTRONICALLY'] as const;

/** The reporter has the notice of a refusal to file (程序规定 178): its number, how it reached him, and when. */
export function NoticeDialog({whole, onClose}: {whole: Case; onClose: () => void}) {
  const {t} = useTranslation('cases');
  const [number, setNumber] = useState('');
  const [delivery, setDelivery] = useState<Delivery>('IN_PERSON');
  const [time, setTime] = useState('');
  const id = whole.id ?? '';
  const refresh = useRefresh(id);
  const act = useAct(
    (body: Body, requestId) =>
      answer(api.POST('/v1/cases/{id}:recordFilingNotice', {params: {path: {id}}, body: {...body, requestId}})),
    () => {
      refresh();
      onClose();
    },
  );
  const read = time === '' ? undefined : readTime(time, serverTime.now());
  return (
    <Modal
      open
      title={t('filingNotice.title')}
      okText={t('filingNotice.record')}
      okButtonProps={{disabled: number.trim() === '' || read === null, loading: act.isPending}}
      onOk={() =>
        act.mutate({noticeNumber: number.trim(), delivery, ...(read ? {deliveryTime: read} : {})})
      }
      onCancel={onClose}
    >
      <p>{t('filingNotice.hint')}</p>
      <Labelled label={t('filingNotice.number')} error={null}>
        {(field) => (
          <Input id={field} autoFocus maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />
        )}
      </Labelled>
      <Radio.Group
        aria-label={t('filingNotice.delivery')}
        value={delivery}
        onChange={(event) => setDelivery(event.target.value as Delivery)}
        options={DELIVERIES.map((each) => ({value: each, label: t(`filingNotice.${each}`)}))}
        style={{marginBottom: 10}}
      />
      <Labelled label={t('filingNotice.time')} error={null}>
        {(field) => <TimeInput id={field} value={time} placeholder={t('call.now')} onChange={setTime} />}
      </Labelled>
      <ProblemNotice failure={act.error} />
    </Modal>
  );
}
