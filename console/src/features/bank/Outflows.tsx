import {Button, Card, Table, Tag} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {yuan} from '@/shared/money';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import type {OutflowBody} from './answers';
import styles from './bank.module.css';
import {OutflowRows} from './OutflowRows';
import {type OutflowText, outflowOf} from './outflowText';

/** What left the account, as the bank has named it, and more of it. */
export function Outflows({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const take = useTakeOrder(order.id ?? '');
  const [adding, setAdding] = useState(false);
  const [rows, setRows] = useState<OutflowText[]>([]);
  const [tried, setTried] = useState(false);
  const act = useAct(
    (outflows: OutflowBody[], requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:recordOutflows', {
          params: {path: {id: order.id ?? ''}},
          body: {outflows, requestId},
        }),
      ),
    (changed: Order) => {
      take(changed);
      setAdding(false);
      setRows([]);
      setTried(false);
    },
  );
  const send = () => {
    setTried(true);
    const read = rows.map(outflowOf).filter((each) => each !== null);
    if (read.length === rows.length && read.length > 0) act.mutate(read);
  };
  const known = order.outflows ?? [];
  return (
    <Card
      size="small"
      title={t('outflows.title')}
      extra={
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('outflows.add')}
          </Button>
        )
      }
    >
      {known.length === 0 && !adding && <span>{t('outflows.none')}</span>}
      {known.length > 0 && (
        <Table<OutflowBody>
          size="small"
          pagination={false}
          rowKey={(each) => each.number ?? 0}
          dataSource={known}
          columns={[
            {title: t('outflow.kind'), render: (_, each) => t(`outflowKind.${each.kind}`)},
            {
              title: t('outflow.where'),
              render: (_, each) =>
                [each.payee?.institutionName, each.payee?.accountName, each.payee?.accountNumber, each.place]
                  .filter(Boolean)
                  .join(' ') || '—',
            },
            {title: t('outflow.amount'), align: 'right', render: (_, each) => yuan(each.amountFen)},
            {title: t('outflow.time'), render: (_, each) => dateTime(each.outflowTime)},
            {title: t('outflow.serial'), dataIndex: 'serialNumber'},
            {
              title: t('outflow.state'),
              render: (_, each) => (each.next === 'WITHDRAWN' ? <Tag>{t('outflow.withdrawn')}</Tag> : null),
            },
          ]}
        />
      )}
      {adding && (
        <div style={{marginTop: 8}}>
          <OutflowRows rows={rows} onChange={setRows} tried={tried} />
          <ProblemNotice failure={act.error} onRetry={send} />
          <div className={styles.acts}>
            <Button type="primary" loading={act.isPending} disabled={rows.length === 0} onClick={send}>
              {t('outflows.send')}
            </Button>
            <Button onClick={() => setAdding(false)}>{t('cancel')}</Button>
          </div>
        </div>
      )}
    </Card>
  );
}
