import {EditOutlined, PrinterOutlined} from '@ant-design/icons';
import {Tabs} from 'antd';
import {Suspense, lazy} from 'react';
import {useTranslation} from 'react-i18next';
import {Link, useParams, useSearchParams} from 'react-router';
import {nameOf, useInstitutions} from '@/shared/directory';
import {figuresOf} from '@/shared/figures';
import {yuan} from '@/shared/money';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {StateTag} from '@/shared/StateTag';
import {EvidenceView} from './evidence/EvidenceView';
import {CaseActions} from './CaseActions';
import {type Case, type MoneyTrail, useCase, useOrderDetails, useOrders, useTrail} from './data';
import {OrderList} from './orders/OrderList';
import {LookupsView} from './lookups/LookupsView';
import {ReportView} from './ReportView';
import {FromElsewhere} from './second/FromElsewhere';
import {SecondOfficer} from './second/SecondOfficer';
import {CASE_TONES} from '@/shared/tones';
import {Timeline} from './Timeline';
import styles from './cases.module.css';

const TrailView = lazy(() => import('./trail/TrailView'));
const TraceView = lazy(() => import('./trace/TraceView'));

/** One case: what is held and what is gone, every order with its clocks, the way of the money and of the call. */
export function CasePage() {
  const {id = ''} = useParams();
  const {t} = useTranslation('cases');
  const [search, setSearch] = useSearchParams();
  const found = useCase(id);
  const orders = useOrders(id);
  const trail = useTrail(id);
  const details = useOrderDetails(id, orders.data ?? []);
  if (!found.data) {
    return found.isPending ? (
      <Waiting wide />
    ) : (
      <>
        <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
        <FromElsewhere id={id} failure={found.error} />
      </>
    );
  }
  const whole = found.data;
  const wait = <Waiting wide />;
  return (
    <article className={styles.case}>
      <Head whole={whole} />
      <SecondOfficer whole={whole} orders={details} />
      <Sums trail={trail.data} whole={whole} />
      <div className={styles.columns}>
        <Tabs
          className={styles.panel ?? ''}
          activeKey={search.get('tab') ?? 'orders'}
          onChange={(tab) => setSearch({tab}, {replace: true})}
          items={[
            {
              key: 'orders',
              label: t('tab.orders', {count: (orders.data ?? []).length}),
              children: (
                <>
                  <ProblemNotice failure={orders.error} onRetry={() => void orders.refetch()} />
                  <OrderList
                    whole={whole}
                    summaries={orders.data ?? []}
                    details={details}
                  />
                </>
              ),
            },
            {
              key: 'trail',
              label: t('tab.trail'),
              children: (
                <Suspense fallback={wait}>
                  {trail.data ? <TrailView trail={trail.data} /> : <p>{t('trail.none')}</p>}
                </Suspense>
              ),
            },
            {
              key: 'trace',
              label: t('tab.trace', {count: (whole.traces ?? []).length}),
              children: (
                <Suspense fallback={wait}>
                  <TraceView whole={whole} />
                </Suspense>
              ),
            },
            ...((whole.lookups ?? []).length > 0 || search.get('tab') === 'lookups'
              ? [
                  {
                    key: 'lookups',
                    label: t('tab.lookups', {count: (whole.lookups ?? []).length}),
                    children: <LookupsView whole={whole} />,
                  },
                ]
              : []),
            {
              key: 'evidence',
              label: t('tab.evidence', {count: (whole.evidence ?? []).length}),
              children: <EvidenceView whole={whole} />,
            },
            {key: 'report', label: t('tab.report'), children: <ReportView whole={whole} />},
          ]}
        />
        <Timeline whole={whole} />
      </div>
    </article>
  );
}

/** When the police were told leads; when the case was opened is said where that was another second. */
function timesOf({report, createTime}: Case): (readonly ['reported' | 'opened', string | undefined])[] {
  const reported = report?.receiveTime ?? createTime;
  const same = dateTime(reported) === dateTime(createTime);
  return same ? [['reported', reported]] : [['reported', reported], ['opened', createTime]];
}

function Head({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  return (
    <header className={`${styles.panel} ${styles.head}`}>
      <div className={styles.grow}>
        <h1>
          {whole.receiptNumber}{' '}
          <StateTag tone={CASE_TONES[whole.state ?? '']}>{t(`caseState.${whole.state}`)}</StateTag>
        </h1>
        <div className={styles.sub}>
          {[
            whole.report?.victim?.name,
            t(`fraudType.${whole.report?.fraudType ?? 'FRAUD_TYPE_UNSPECIFIED'}`),
            nameOf(institutions, whole.station),
            ...timesOf(whole).map(([name, time]) => t(`head.${name}`, {time: dateTime(time)})),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={`${styles.links} no-print`}>
        {whole.draft && (
          <Link to={`/intake/${whole.draft}`}>
            <EditOutlined /> {t('head.draft')}
          </Link>
        )}
        <Link to={`/cases/${whole.id}/receipt`} target="_blank">
          <PrinterOutlined /> {t('head.receipt')}
        </Link>
      </div>
      <CaseActions whole={whole} />
    </header>
  );
}

/** Where the money is, in five figures that add up. */
function Sums({trail, whole}: {trail: MoneyTrail | undefined; whole: Case}) {
  const {t} = useTranslation('shared');
  return (
    <dl className={styles.sums}>
      {figuresOf(whole.report?.totalLossFen, trail?.sums).map(({key, name, fen}) => (
        <div key={key} data-sum={key} className={styles[key]}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd>¥{yuan(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
