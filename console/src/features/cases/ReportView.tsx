import {Descriptions, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {readPhone} from '@/reading/phone';
import {fenOf, capital, yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import type {Case} from './data';
import styles from './cases.module.css';

/** What the victim told. */
export function ReportView({whole}: {whole: Case}) {
  const {t, i18n} = useTranslation('cases');
  const report = whole.report ?? {};
  const victim = report.victim ?? {};
  const remarks = whole.remarks ?? [];
  return (
    <>
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map((each) => (
            <li key={`${each.field} ${each.rule}`}>{i18n.language === 'en' ? each.messageEn : each.message}</li>
          ))}
        </ul>
      )}
      <Descriptions
        size="small"
        column={2}
        bordered
        items={[
          {
            key: 'victim',
            label: t('report.victim'),
            children: [victim.name, victim.age && t('report.age', {age: victim.age}), victim.occupation]
              .filter(Boolean)
              .join(' · '),
          },
          {key: 'id', label: t('report.idNumber'), children: victim.idNumber},
          {key: 'phone', label: t('report.phone'), children: victim.phone},
          {key: 'address', label: t('report.address'), children: victim.address},
          {key: 'received', label: t('report.received'), children: dateTime(report.receiveTime)},
          {
            key: 'loss',
            label: t('report.loss'),
            children: `¥${yuan(report.totalLossFen)} ${capital(fenOf(report.totalLossFen))}`,
          },
          {
            key: 'officer',
            label: t('report.officer'),
            children: [report.officer?.name, report.officer?.officerNumber, report.officer?.phone]
              .filter(Boolean)
              .join(' · '),
          },
          {
            key: 'second',
            label: t('report.second'),
            children: [
              report.secondOfficer?.name,
              report.secondOfficer?.officerNumber,
              report.secondOfficer?.officerNumber &&
                t(whole.secondOfficerConfirmation ? 'report.confirmed' : 'report.unconfirmed'),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          {
            key: 'narrative',
            label: t('report.narrative'),
            span: 2,
            children: <div className={styles.narrative}>{report.narrative}</div>,
          },
        ]}
      />
      <h2>{t('report.transfers')}</h2>
      <Table
        size="small"
        pagination={false}
        rowKey="number"
        dataSource={report.transfers ?? []}
        columns={[
          {title: '#', dataIndex: 'number', width: 48},
          {
            title: t('report.payee'),
            key: 'payee',
            render: (_, each) =>
              [each.payee?.accountNumber, each.payee?.accountName, each.payee?.institutionName]
                .filter(Boolean)
                .join(' · '),
          },
          {
            title: t('report.amount'),
            key: 'amount',
            align: 'right',
            width: 140,
            render: (_, each) => `¥${yuan(each.amountFen)}`,
          },
          {title: t('report.time'), key: 'time', width: 180, render: (_, each) => dateTime(each.transferTime)},
        ]}
      />
      <h2>{t('report.contacts')}</h2>
      <Table
        size="small"
        pagination={false}
        rowKey="number"
        dataSource={report.contacts ?? []}
        columns={[
          {title: '#', dataIndex: 'number', width: 48},
          {title: t('report.displayed'), dataIndex: 'displayed'},
          {title: t('report.range'), key: 'range', render: (_, each) => place(each.displayed ?? '')},
          {title: t('report.time'), key: 'time', width: 180, render: (_, each) => dateTime(each.startTime)},
          {title: t('report.note'), dataIndex: 'note'},
        ]}
      />
    </>
  );
}

function place(displayed: string): string {
  const read = readPhone(displayed);
  return read.state === 'sure' ? read.value.place : '';
}
