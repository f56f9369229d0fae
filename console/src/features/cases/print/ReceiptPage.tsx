import {PrinterOutlined} from '@ant-design/icons';
import {useQuery} from '@tanstack/react-query';
import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {useParams} from 'react-router';
import {answer, api} from '@/api/client';
import {maskedNumber} from '@/reading/account';
import {nameOf, useInstitutions} from '@/shared/directory';
import {capital, fenOf, yuan} from '@/shared/money';
import {serverTime} from '@/shared/clock/serverTime';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {useCase, useOrders} from '../data';
import styles from './print.module.css';

/** 受案回执: what the victim takes home. Account numbers are masked: paper gets lost. */
export default function ReceiptPage() {
  const {id = ''} = useParams();
  const {t, i18n} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const found = useCase(id);
  const orders = useOrders(id);
  const institutions = useInstitutions();
  const fraudType = found.data?.report?.fraudType ?? 'FRAUD_TYPE_UNSPECIFIED';
  const advice = useQuery({
    queryKey: ['advice', fraudType],
    enabled: found.data !== undefined,
    staleTime: Infinity,
    queryFn: ({signal}) =>
      answer(
        api.GET('/v1/advice', {params: {query: fraudType === 'FRAUD_TYPE_UNSPECIFIED' ? {} : {fraudType}}, signal}),
      ),
  });
  if (!found.data) return found.isPending ? <Waiting /> : <ProblemNotice failure={found.error} />;
  const whole = found.data;
  const held = (id: string | undefined) => {
    const order = orders.data?.find((each) => each.id === id);
    return order?.state === 'STOPPED' ? `¥${yuan(order.heldFen)}` : '—';
  };
  const report = whole.report ?? {};
  const text = i18n.language === 'en' ? advice.data?.en : advice.data?.zh;
  return (
    <div className={styles.sheet}>
      <PrintButton />
      <h1>{t('receipt.title')}</h1>
      <p className={styles.number}>
        {t('receipt.number')} <strong>{whole.receiptNumber}</strong>
      </p>
      <dl className={styles.facts}>
        <dt>{t('receipt.station')}</dt>
        <dd>{nameOf(institutions, whole.station)}</dd>
        <dt>{t('receipt.received')}</dt>
        <dd>{dateTime(report.receiveTime)}</dd>
        <dt>{t('receipt.victim')}</dt>
        <dd>{report.victim?.name}</dd>
        <dt>{t('receipt.fraudType')}</dt>
        <dd>{t(`fraudType.${fraudType}`)}</dd>
        <dt>{t('receipt.loss')}</dt>
        <dd>
          ¥{yuan(report.totalLossFen)}（{capital(fenOf(report.totalLossFen))}）
        </dd>
        <dt>{t('receipt.officer')}</dt>
        <dd>
          {report.officer?.name} {report.officer?.officerNumber} {report.officer?.phone}
        </dd>
      </dl>
      <table className={styles.table}>
        <caption>{t('receipt.orders')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('receipt.account')}</th>
            <th scope="col">{t('receipt.amount')}</th>
            <th scope="col">{t('receipt.held')}</th>
            <th scope="col">{t('receipt.state')}</th>
          </tr>
        </thead>
        <tbody>
          {(whole.stopOrders ?? [])
            .filter((each) => (each.layer ?? 1) <= 1)
            .map((each) => (
              <tr key={each.stopOrder}>
                <td>{maskedNumber(each.maskedAccount)}</td>
                <td>¥{yuan(each.amountFen)}</td>
                <td>{held(each.stopOrder)}</td>
                <td>{each.state ? common(`stopState.${each.state}`) : t('receipt.sent')}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>{t('receipt.asOf', {time: dateTime(new Date(serverTime.now()).toISOString())})}</p>
      {text && (
        <section>
          <h2>{t('receipt.advice')}</h2>
          <ol>
            {[...(text.forType ?? []), ...(text.forAll ?? [])].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
          <small>{advice.data?.version}</small>
        </section>
      )}
      <div className={styles.sign}>
        <span>{t('receipt.signOfficer')}</span>
        <span>{t('receipt.signVictim')}</span>
        <span>{t('receipt.date')}</span>
      </div>
    </div>
  );
}

export function PrintButton() {
  const {t} = useTranslation('cases');
  return (
    <div className={`${styles.actions} no-print`}>
      <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('receipt.print')}
      </Button>
    </div>
  );
}
