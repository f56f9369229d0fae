// Run by the Job mongo-init in mongosh. Each step looks first, so a repeat is harmless.
const fs = require('fs');

const MEMBERS_MAX = 7; // voting members MongoDB allows
const ATTEMPTS_MAX = 60;
const PAUSE_MILLIS = 2000;

const count = Number(process.env.MEMBERS);
if (!Number.isInteger(count) || count < 1 || count > MEMBERS_MAX) {
  throw new Error('MEMBERS: ' + process.env.MEMBERS + ' (expected: 1 to ' + MEMBERS_MAX + ')');
}
const hosts = Array.from({ length: count }, (_, i) => 'mongo-' + i + '.mongo:27017');

// Before there is any user, only the members' own account can sign in; its password is the key file's text.
const key = fs.readFileSync('/run/mongo/keyfile', 'utf8').replace(/\s/g, '');
const address = (names, options) =>
  'mongodb://__system:' + encodeURIComponent(key) + '@' + names + '/admin?authSource=local' +
  '&authMechanism=SCRAM-SHA-256&tls=true&tlsCAFile=/run/mongo-tls/ca.crt&' + options;

function patiently(what, attempt) {
  for (let tries = 1; ; tries++) {
    try {
      return attempt();
    } catch (e) {
      // The driver's own text could quote the address, and with it the key.
      const reason = e.codeName || e.name;
      if (tries === ATTEMPTS_MAX) {
        throw new Error(what + ': ' + reason + ', given up after ' + tries + ' tries');
      }
      print(what + ': ' + reason + ', trying again');
      sleep(PAUSE_MILLIS);
    }
  }
}

const first = patiently('reaching mongo-0', () => connect(address(hosts[0], 'directConnection=true')));
try {
  first.adminCommand({ replSetGetStatus: 1 });
  print('the replica set exists');
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') {
    throw e;
  }
  patiently('making the replica set', () =>
    first.adminCommand({
      replSetInitiate: { _id: 'holdfast', members: hosts.map((host, i) => ({ _id: i, host })) },
    }));
  print('made the replica set of ' + count);
}

const admin = patiently('waiting for a primary', () => {
  const found = connect(address(hosts.join(','), 'replicaSet=holdfast'));
  if (!found.hello().isWritablePrimary) {
    throw new Error('none yet');
  }
  return found;
});

const own = (name) => [
  { role: 'readWrite', db: 'holdfast_' + name },
  { role: 'readWrite', db: 'holdfast_' + name + '_files' },
];
const users = {
  administrator: { roles: [{ role: 'root', db: 'admin' }], pwd: process.env.PASSWORD_ADMINISTRATOR },
  'case-service': { roles: own('case'), pwd: process.env.PASSWORD_CASE_SERVICE },
  'freeze-service': { roles: own('freeze'), pwd: process.env.PASSWORD_FREEZE_SERVICE },
  'liaison-service': { roles: own('liaison'), pwd: process.env.PASSWORD_LIAISON_SERVICE },
};
for (const [name, { pwd, roles }] of Object.entries(users)) {
  if (!pwd) {
    throw new Error(name + ': no password in the secret mongo-users');
  }
  const command = admin.getUser(name) === null ? 'createUser' : 'updateUser';
  admin.runCommand({ [command]: name, pwd, roles, mechanisms: ['SCRAM-SHA-256'], writeConcern: { w: 'majority' } });
  print(command + ' ' + name);
}
