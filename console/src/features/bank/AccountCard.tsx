import {Card, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {inFours, readAccount} from '@/reading/account';
import {CopyKey} from '@/shared/form/CopyKey';
import {yuan} from '@/shared/money';
import facts from '@/shared/order/order.module.css';
import type {Order} from '@/shared/order/queries';
import {dateTime} from '@/shared/time';
import styles from './bank.module.css';

type Transfer = Schema<'freezing.v1.StopTransfer'>;

/** What is asked for: the account, in full once acknowledged, and the transfers it rests on. */
export function AccountCard({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const full = Boolean(order.accountNumber);
  const kind = kindOf(order);
  return (
    <Card size="small" title={t('account.title')} extra={kind && t(`accountKind.${kind}`)}>
      {full ? (
        <div className={styles.account}>
          <span className={styles.number} data-testid="account-number">
            {inFours(order.accountNumber ?? '')}
          </span>
          <CopyKey text={order.accountNumber ?? ''} what={t('account.number')} shortcut="1" />
          <span className={styles.name} data-testid="account-name">
            {order.accountName || t('account.noName')}
          </span>
          {order.accountName && <CopyKey text={order.accountName} what={t('account.name')} shortcut="2" />}
        </div>
      ) : (
        <div className={styles.account}>
          <span className={styles.number}>{order.maskedAccount}</span>
          <span>{t('account.masked')}</span>
        </div>
      )}
      <Table<Transfer>
        size="small"
        pagination={false}
        style={{marginTop: 8}}
        rowKey={(each) => each.number ?? 0}
        dataSource={order.transfers ?? []}
        columns={[
          {title: t('transfer.time'), render: (_, each) => dateTime(each.transferTime)},
          {title: t('transfer.amount'), align: 'right', render: (_, each) => yuan(each.amountFen)},
          {title: t('transfer.channel'), render: (_, each) => t(`channel.${each.channel ?? 'TRANSFER_CHANNEL_UNSPECIFIED'}`)},
          {title: t('transfer.serial'), dataIndex: 'serialNumber'},
          {
            title: t('transfer.payer'),
            render: (_, each) =>
              [each.payerInstitutionName, each.payerAccountName, each.payerAccountNumber].filter(Boolean).join(' '),
          },
        ]}
      />
      <dl className={facts.facts} style={{marginTop: 8}}>
        <dt>{t('asked.officer')}</dt>
        <dd>{card(order.officer)}</dd>
        {order.secondOfficer?.name && (
          <>
            <dt>{t('asked.second')}</dt>
            <dd>{card(order.secondOfficer)}</dd>
          </>
        )}
        <dt>{t('asked.sent')}</dt>
        <dd>{dateTime(order.sendTime ?? order.createTime)}</dd>
      </dl>
    </Card>
  );
}

/** The kind as the police know it; a number that is a card's says so itself. */
function kindOf({accountKind, accountNumber}: Order): Order['accountKind'] | null {
  if (accountKind && accountKind !== 'ACCOUNT_KIND_UNSPECIFIED') return accountKind;
  const read = readAccount(accountNumber ?? '');
  return read.state === 'sure' && read.value.looks === 'card' ? 'CARD' : null;
}

function card(officer: Schema<'casefile.v1.OfficerCard'> | undefined): string {
  return [officer?.name, officer?.officerNumber, officer?.phone].filter(Boolean).join(' · ') || '—';
}
