import {Button, Empty} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import {dateTime} from '@/shared/time';
import {StateTag} from '@/shared/StateTag';
import {type Case, type Trace, useTraces} from '../data';
import Graph, {type Place} from '../graph/Graph';
import {Legend} from '../graph/Legend';
import type {Way} from '../graph/look';
import {RequestTraceDialog} from './RequestTraceDialog';
import {TraceActions} from './TraceActions';
import styles from './trace.module.css';

type Contact = NonNullable<NonNullable<Case['report']>['contacts']>[number];

/** The calls of a case, and how far each has been followed back. */
export default function TraceView({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const links = whole.traces ?? [];
  const traces = useTraces(
    whole.id ?? '',
    links.map((each) => each.trace ?? ''),
  );
  const [asking, setAsking] = useState<Contact | null>(null);
  const contacts = (whole.report?.contacts ?? []).filter((each) => !links.some((link) => link.contact === each.number));
  return (
    <>
      {links.length === 0 && contacts.length === 0 && <Empty description={t('trace.none')} />}
      {traces.map((trace, index) =>
        trace ? <OneTrace key={trace.id} caseId={whole.id ?? ''} trace={trace} /> : <p key={index}>{t('trace.waiting')}</p>,
      )}
      {contacts.length > 0 && (
        <ul className={styles.contacts}>
          {contacts.map((each) => (
            <li key={each.number}>
              <strong>{each.displayed}</strong> {dateTime(each.startTime)}{' '}
              <Button size="small" onClick={() => setAsking(each)}>
                {t('trace.request')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asking && <RequestTraceDialog whole={whole} contact={asking} onClose={() => setAsking(null)} />}
      {(whole.clues ?? []).length > 0 && (
        <>
          <h2>{t('trace.clues')}</h2>
          <ul>
            {(whole.clues ?? []).map((each) => (
              <li key={each.number}>
                <StateTag tone={each.inReport ? 'red' : 'blue'}>{t(`clue.${each.kind}`)}</StateTag> {each.value}{' '}
                {each.note}
                {each.inReport && <em> {t('trace.inReport')}</em>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function OneTrace({caseId, trace}: {caseId: string; trace: Trace}) {
  const {t} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const institutions = useInstitutions();
  const hops = trace.hops ?? [];
  const places: Place[] = [
    {
      id: 'call',
      width: 170,
      height: 72,
      spoken: trace.displayed ?? '',
      body: (
        <div className={styles.box}>
          <small>{t('trace.shown')}</small>
          <strong>{trace.displayed}</strong>
          <small>{dateTime(trace.startTime)}</small>
        </div>
      ),
    },
    ...hops.map((hop): Place => {
      const last = hop.answers?.at(-1);
      const who = nameOf(institutions, hop.carrier) || hop.outside?.name || t('trace.unknown');
      return {
        id: `hop ${hop.number}`,
        width: 220,
        height: 112,
        spoken: `${t('trace.hop', {number: hop.number})} ${who} ${t(`hopState.${hop.state}`)}`,
        body: (
          <div className={styles.box} data-hop={hop.number} data-state={hop.state} data-delay={hop.delay}>
            <div className={styles.row}>
              <small>{t('trace.hop', {number: hop.number})}</small>
              <StateTag tone={hop.delay === 'OVERDUE' || hop.delay === 'ESCALATED' ? 'red' : 'blue'}>
                {t(`hopState.${hop.state}`)}
              </StateTag>
            </div>
            <strong>{who}</strong>
            <small>
              {[last?.exchange || hop.exchange, last?.record?.incoming?.trunkGroup, last?.ipLeg?.serverAddress]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {!last && <Clock due={hop.dueTime} start={hop.openTime} name={common('clockName.trace-hop')} />}
            {last && <small>{t(`hopCode.${last.code}`)}</small>}
          </div>
        ),
      };
    }),
  ];
  const ways: Way[] = hops.map((hop, index) => ({
    id: `way ${hop.number}`,
    from: index === 0 ? 'call' : `hop ${hops[index - 1]?.number}`,
    to: `hop ${hop.number}`,
    label: '',
    tone: hop.state === 'HOP_DEAD_END' ? 'lost' : hop.answers?.length ? 'plain' : 'open',
  }));
  return (
    <section className={styles.trace}>
      <h2>
        {trace.displayed} <StateTag>{t(`traceState.${trace.state}`)}</StateTag> <small>{trace.paper?.number}</small>
      </h2>
      <Legend
        ways={[
          ['plain', t('trace.way.plain')],
          ['open', t('trace.way.open')],
          ['lost', t('trace.way.lost')],
        ]}
      />
      <Graph places={places} ways={ways} label={t('tab.trace', {count: 1})} />
      <TraceActions caseId={caseId} trace={trace} />
    </section>
  );
}
