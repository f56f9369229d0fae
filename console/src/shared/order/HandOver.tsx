import {Button, Card, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {readTime} from '@/shared/time';
import {UploadButton} from '@/shared/upload/UploadButton';
import {useAct} from '@/shared/useAct';
import {owesPapers} from './papers';
import {type Order, useTakeOrder} from './queries';

/** Papers brought by hand, where some are owed: their picture, their number, by whom and when. */
export function HandOver({order, onUploaded}: {order: Order; onUploaded: () => void}) {
  const {t} = useTranslation('shared');
  const [number, setNumber] = useState('');
  const [officer, setOfficer] = useState('');
  const [time, setTime] = useState('');
  const [tried, setTried] = useState(false);
  const id = order.id ?? '';
  const book = useAct(
    (body: {paperNumber: string; officerNumber: string; handOverTime?: string}, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:bookHandOver', {params: {path: {id}}, body: {...body, requestId}})),
    useTakeOrder(id),
  );
  const photo = order.paper?.files?.some((each) => each.kind === 'HAND_OVER_PHOTO') ?? false;
  const handOverTime = time === '' ? undefined : readTime(time, serverTime.now());
  const send = () => {
    setTried(true);
    if (!photo || number.trim() === '' || officer.trim() === '' || handOverTime === null) return;
    book.mutate({
      paperNumber: number.trim(),
      officerNumber: officer.trim(),
      ...(handOverTime === undefined ? {} : {handOverTime}),
    });
  };
  if (!owesPapers(order.paper?.state)) return null;
  return (
    <Card size="small" title={t('handOver.title')}>
      <p>{t('handOver.hint')}</p>
      <UploadButton
        path={`/v1/stopOrders/${id}/papers:upload`}
        query={{kind: 'HAND_OVER_PHOTO'}}
        label={t('handOver.photo')}
        onSettled={onUploaded}
      />
      {tried && !photo && <div role="alert">{t('handOver.photoMissing')}</div>}
      <div className={grid.three} style={{marginTop: 10}}>
        <Labelled label={t('handOver.number')} error={tried && number.trim() === '' ? t('handOver.required') : null}>
          {(field) => (
            <Input id={field} maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />
          )}
        </Labelled>
        <Labelled label={t('handOver.officer')} error={tried && officer.trim() === '' ? t('handOver.required') : null}>
          {(field) => (
            <Input id={field} maxLength={20} value={officer} onChange={(event) => setOfficer(event.target.value)} />
          )}
        </Labelled>
        <Labelled label={t('handOver.time')} error={null}>
          {(field) => <TimeInput id={field} value={time} onChange={setTime} placeholder={t('handOver.now')} />}
        </Labelled>
      </div>
      <ProblemNotice failure={book.error} onRetry={send} />
      <Button type="primary" loading={book.isPending} onClick={send}>
        {t('handOver.book')}
      </Button>
    </Card>
  );
}
