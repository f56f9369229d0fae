import {useQueries} from '@tanstack/react-query';
import {Empty} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {answer, api} from '@/api/client';
import {ClockList} from '@/shared/clock/ClockList';
import {nameOf, useInstitutions} from '@/shared/directory';
import {yuan} from '@/shared/money';
import {type Fact, FactList} from '@/shared/order/FactList';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {LOOKUP_TONES} from '@/shared/tones';
import type {Case} from '../data';
import orders from '../orders/orders.module.css';
import {LookupActions} from './LookupActions';
import type {Lookup} from './possible';

const ASK_EVERY_MS = 10_000;

/** The urgent lookups of a case: what the victim saw beside what was answered, and what waits for an officer. */
export function LookupsView({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const links = whole.lookups ?? [];
  const found = useQueries({
    queries: links.map(({accountQuery: id = ''}) => ({
      queryKey: ['lookup', whole.id, id],
      refetchInterval: ASK_EVERY_MS,
      queryFn: ({signal}: {signal: AbortSignal}) =>
        answer(api.GET('/v1/accountQueries/{id}', {params: {path: {id}}, signal})),
    })),
  });
  if (links.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('lookup.none')} />;
  return (
    <ol className={orders.orders}>
      {links.map((link, at) => {
        const query = found[at];
        return query?.data ? (
          <OneLookup key={link.accountQuery} caseId={whole.id ?? ''} lookup={query.data} />
        ) : (
          <li key={link.accountQuery}>
            {query?.isPending ? <Waiting /> : <ProblemNotice failure={query?.error} onRetry={() => void query?.refetch()} />}
          </li>
        );
      })}
    </ol>
  );
}

function OneLookup({caseId, lookup}: {caseId: string; lookup: Lookup}) {
  const {t} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const institutions = useInstitutions();
  const told = lookup.answer;
  const rows: Fact[] = [
    [t('lookup.seen'), accountText(lookup.seenPayee)],
    [t('lookup.told'), told?.payee && accountText(told.payee)],
    [t('lookup.onward'), [told?.onwardInstitutionName, told?.serialNumber].filter(Boolean).join(' · ')],
    [t('lookup.unable'), told?.state === 'LOOKUP_UNABLE' ? common(`lookupWhy.${told.unableReason}`) : ''],
    [t('lookup.consent'), t(lookup.consent?.given ? 'lookup.consentGiven' : 'lookup.consentMissing')],
    [t('lookup.next'), lookup.next && t(`lookup.nexts.${lookup.next}`)],
    [t('lookup.operator'), [told?.operator?.name, told?.operator?.phone].filter(Boolean).join(' · ')],
    [t('lookup.earlier'), (lookup.earlierAnswers ?? []).map((each) => each.reason).join('；')],
    [t('lookup.end'), lookup.endReason],
  ];
  return (
    <li className={orders.order} data-lookup={lookup.id} data-state={lookup.state}>
      <div className={orders.top}>
        <span className={orders.layer}>{t('lookup.step', {step: lookup.step ?? 1})}</span>
        <span className={orders.account}>{lookup.queryNumber}</span>
        <StateTag tone={LOOKUP_TONES[lookup.state ?? '']}>{common(`lookupState.${lookup.state}`)}</StateTag>
        <span className={orders.grow}>
          {[nameOf(institutions, lookup.institution) || t('lookup.nobody'), dateTime(lookup.transferTime)].join(' · ')}
        </span>
        <span className={orders.amount}>¥{yuan(lookup.amountFen)}</span>
      </div>
      <div className={orders.clocks}>
        <ClockList clocks={lookup.clocks} />
      </div>
      <FactList rows={rows} />
      <LookupActions caseId={caseId} lookup={lookup} />
    </li>
  );
}

function accountText(account: Schema<'casefile.v1.Account'> | undefined): string {
  return [account?.accountNumber, account?.accountName, account?.institutionName].filter(Boolean).join(' · ');
}
