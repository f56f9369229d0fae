import {Table} from 'antd';
import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import {yuan} from '@/shared/money';
import {timeOfDay} from '@/shared/time';
import {OrderState} from '@/shared/order/OrderState';
import type {MoneyTrail} from '../data';
import Graph, {type Place} from '../graph/Graph';
import {Legend} from '../graph/Legend';
import type {Way} from '../graph/look';
import {Contradictions} from './Contradictions';
import {type FlowNode, flow, share, sharesOf} from './flow';
import styles from './trail.module.css';

/** What becomes of an account's money. */
const PARTS = ['held', 'moved', 'lost', 'open'] as const;

/** The way of the money, drawn; and the same as a table, which is read aloud and printed. */
export default function TrailView({trail}: {trail: MoneyTrail}) {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  const {places, ways} = useMemo(() => {
    const {nodes, edges} = flow(trail);
    const places: Place[] = nodes.map((node) => {
      const name = node.kind === 'account' ? (node.account?.maskedAccount ?? '') : t(`trail.${node.kind}`);
      return {
        id: node.id,
        width: node.kind === 'account' ? 230 : 130,
        height: node.kind === 'account' ? 104 : 60,
        spoken: `${name} ¥${yuan(node.fen)}`,
        body:
          node.kind === 'account' ? (
            <AccountBox node={node} bank={nameOf(institutions, node.account?.bank)} />
          ) : (
            <EndBox node={node} />
          ),
      };
    });
    const ways: Way[] = edges.map((edge) => ({
      id: edge.id,
      from: edge.from,
      to: edge.to,
      label: `¥${yuan(edge.fen)}${edge.kind === 'paid' ? '' : ` ${timeOfDay(edge.time)}`}`,
      tone: edge.kind === 'lost' ? 'lost' : edge.kind === 'open' ? 'open' : 'plain',
    }));
    return {places, ways};
  }, [trail, institutions, t]);
  return (
    <>
      <Contradictions trail={trail} />
      <Legend
        bars={PARTS.map((each) => [styles[each], t(`trail.${each}`)] as const)}
        ways={[
          ['plain', t('trail.way.plain')],
          ['lost', t('trail.way.lost')],
          ['open', t('trail.way.open')],
        ]}
      />
      <Graph places={places} ways={ways} label={t('tab.trail')} />
      <Table
        className={styles.table ?? ''}
        size="small"
        pagination={false}
        rowKey="stopOrder"
        dataSource={trail.accounts ?? []}
        columns={[
          {title: t('trail.layer'), dataIndex: 'layer', width: 60},
          {
            title: t('trail.account'),
            key: 'account',
            render: (_, each) => `${each.maskedAccount} ${nameOf(institutions, each.bank)}`,
          },
          {
            title: t('trail.state'),
            key: 'state',
            width: 110,
            render: (_, each) => <OrderState state={each.state} />,
          },
          ...(['received', ...PARTS] as const).map((key) => ({
            title: t(`trail.${key}`),
            key,
            align: 'right' as const,
            render: (_: unknown, each: NonNullable<MoneyTrail['accounts']>[number]) => (
              <span className={styles.figure}>{yuan(sharesOf(each.sums)[key])}</span>
            ),
          })),
        ]}
      />
    </>
  );
}

function AccountBox({node, bank}: {node: FlowNode; bank: string}) {
  const {t} = useTranslation('cases');
  const account = node.account;
  const shares = sharesOf(account?.sums);
  return (
    <div className={styles.box} data-node={node.id} data-state={account?.state}>
      <div className={styles.row}>
        <small>{t('order.layer', {layer: account?.layer ?? 1})}</small>
        <OrderState state={account?.state} />
      </div>
      <strong>{account?.maskedAccount}</strong>
      <div className={styles.row}>
        <small>{bank || t('order.unrouted')}</small>
        <span>¥{yuan(shares.received)}</span>
      </div>
      <div className={styles.bar} title={PARTS.map((each) => `${t(`trail.${each}`)} ¥${yuan(shares[each])}`).join('\n')}>
        {PARTS.map((each) => (
          <i key={each} className={styles[each]} style={{width: `${share(shares[each], shares.received)}%`}} />
        ))}
      </div>
    </div>
  );
}

function EndBox({node}: {node: FlowNode}) {
  const {t} = useTranslation('cases');
  return (
    <div className={`${styles.box} ${styles.end}`} data-kind={node.kind}>
      <small>{t(`trail.${node.kind}`)}</small>
      <span>¥{yuan(node.fen)}</span>
    </div>
  );
}
