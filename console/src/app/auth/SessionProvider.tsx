import {type ReactNode, useMemo, useSyncExternalStore} from 'react';
import {type Role, type Session, SessionContext} from '@/shared/session';
import type {Login} from './login';

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function rolesIn(claims: Record<string, unknown>): ReadonlySet<Role> {
  const access = claims.realm_access;
  const roles = typeof access === 'object' && access !== null && 'roles' in access ? access.roles : [];
  return new Set(Array.isArray(roles) ? (roles as Role[]) : []);
}

/** Tells the pages who is logged in. */
export function SessionProvider({login, children}: {login: Login; children: ReactNode}) {
  const over = useSyncExternalStore(login.onOver, login.isOver);
  const session = useMemo<Session>(() => {
    const claims = login.claims();
    return {
      name: text(claims.name),
      officerNumber: text(claims.officer_number),
      subject: text(claims.sub),
      officer: text(claims.officer),
      institution: text(claims.institution),
      region: text(claims.region),
      roles: rolesIn(claims),
      logOut: () => login.logOut(),
      logIn: () => login.logIn(),
      over,
    };
  }, [login, over]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
