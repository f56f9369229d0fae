import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {answer, api} from '@/api/client';
import {type Role, useSession} from '@/shared/session';
import {uuid} from '@/shared/uuid';
import type {Trace} from '../data';
import {ReasonDialog} from '../orders/ReasonDialog';
import {RouteDialog} from '../orders/RouteDialog';
import {ServerDialog, SubjectsDialog} from './FindDialog';
import styles from './trace.module.css';

/**
 * Who names a carrier, answers in a
 * stranger's place, ends a trace, and finds who is behind it (`RouteHop`, `AnswerHop`, `CloseTrace`, `RecordServer`).
 */
const ROUTES: readonly Role[] = ['station-officer', 'station-liaison', 'cyber-officer'];
const CLOSES: readonly Role[] = ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head'];

const FINDS: readonly Role[] = ['cyber-officer'];

const ASKED = ['CARRIER', 'INTERNET_FIRM'] as const;
const ASTRAY = ['HOP_UNROUTED', 'HOP_NOT_OURS'];
const WAITING = ['HOP_SENT', 'HOP_ACKNOWLEDGED', 'HOP_DISPUTED'];
/** Not approved yet, refused or ended: there is nothing to end. */
const NOT_OPEN = ['REQUESTED', 'DECLINED', 'CLOSED'];

/** Where a trace waits for the station: whom to ask next, or whether to go on at all. */
export function TraceActions({caseId, trace}: {caseId: string; trace: Trace}) {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const [routing, setRouting] = useState<number | null>(null);
  const [closing, setClosing] = useState(false);
  const [finding, setFinding] = useState<'server' | 'subjects' | null>(null);
  const id = trace.id ?? '';
  const open = !NOT_OPEN.includes(trace.state ?? '');
  const astray = (trace.hops ?? []).filter((hop) => ASTRAY.includes(hop.state ?? ''));
  const routes = open && ROUTES.some((role) => roles.has(role));
  const onPaper = (trace.hops ?? []).filter((hop) => hop.outside && WAITING.includes(hop.state ?? ''));
  const finds = open && FINDS.some((role) => roles.has(role));
  const landed = trace.state === 'LANDED';
  const closes = open && CLOSES.some((role) => roles.has(role));
  return (
    <div className={`${styles.acts} no-print`}>
      {routes &&
        astray.map((hop) => (
          <Button key={hop.number} size="small" type="primary" onClick={() => setRouting(hop.number ?? 0)}>
            {t('trace.route', {number: hop.number})}
          </Button>
        ))}
      {routes &&
        onPaper.map((hop) => (
          <Link key={hop.number} to={`/carrier/paper/${id}/hops/${hop.number}`}>
            {t('trace.onPaper', {number: hop.number})}
          </Link>
        ))}
      {finds && landed && (
        <Button size="small" type="primary" onClick={() => setFinding('server')}>
          {t('trace.server')}
        </Button>
      )}
      {finds && (landed || trace.state === 'SERVER_FOUND') && (
        <Button size="small" type="primary" onClick={() => setFinding('subjects')}>
          {t('trace.subjects')}
        </Button>
      )}
      {finding === 'server' && <ServerDialog caseId={caseId} trace={trace} onClose={() => setFinding(null)} />}
      {finding === 'subjects' && <SubjectsDialog caseId={caseId} trace={trace} onClose={() => setFinding(null)} />}
      {closes && (
        <Button size="small" onClick={() => setClosing(true)}>
          {t('trace.close')}
        </Button>
      )}
      {routing !== null && (
        <RouteDialog
          caseId={caseId}
          title={t('trace.route', {number: routing})}
          kinds={ASKED}
          onClose={() => setRouting(null)}
          onRoute={(institution) =>
            answer(
              api.POST('/v1/traces/{id}/hops/{hop}:route', {
                params: {path: {id, hop: routing}},
                body: {to: {institution}, requestId: uuid()},
              }),
            )
          }
        />
      )}
      {closing && (
        <ReasonDialog
          caseId={caseId}
          title={t('trace.close')}
          note={t('trace.closeNote')}
          onClose={() => setClosing(false)}
          onGive={(reason) =>
            answer(
              api.POST('/v1/traces/{id}:close', {
                params: {path: {id}},
                body: {reason, requestId: uuid()},
              }),
            )
          }
        />
      )}
    </div>
  );
}
