// Starts a whole Bluesky network on loopback: directory of identities (PLC), PDS, AppView and Ozone, with a PostgreSQL
// and a Redis that belong to this run alone.
//
//   node start.mjs [--port 2600] [--accounts bhopal-hospital,sehore-clinic,grace-visits] [--data DIR] [--end-with-stdin]
//
// Without --port every port is a free one. When all is up ONE line of JSON goes to stdout; whatever goes wrong is a
// sentence on stderr and exit code 1. SIGTERM, SIGINT or, with --end-with-stdin, the end of stdin stops everything.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, createServer as createSocketServer, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const LOOPBACK = '127.0.0.1'
const SERVER_ANSWERS_WITHIN_MS = 20_000
const SETTLES_WITHIN_MS = 20_000
const CLOSES_WITHIN_MS = 5_000
// The signal comes even when this process is killed with -9. It stands innermost: changing the user would take it away.
const DIES_WITH_US = ['setpriv', '--pdeathsig', 'INT']
const NEEDED = ['plc', 'pds', 'appview', 'ozone', 'postgres', 'redis', 'control']

const began = Date.now()
const { values: asked } = parseArgs({
  options: {
    port: { type: 'string' },
    accounts: { type: 'string', default: 'bhopal-hospital,sehore-clinic,grace-visits' },
    data: { type: 'string' },
    'end-with-stdin': { type: 'boolean', default: false },
  },
})
const folder = asked.data ? resolve(asked.data) : mkdtempSync(join(tmpdir(), 'hearten-bluesky-'))
const servers = []
let network
let ending = false

process.on('SIGTERM', () => end(0))
process.on('SIGINT', () => end(0))
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)
if (asked['end-with-stdin']) process.stdin.on('end', () => end(0)).on('error', () => end(0)).resume()

try {
  const ports = await choosePorts()
  keepToLoopback()
  prepareFolder()
  await startPostgres(ports.postgres)
  await startRedis(ports.redis)
  network = await startNetwork(ports)
  const accounts = await openAccounts(asked.accounts.split(',').filter(Boolean))
  await answerControl(ports.control)
  console.log(JSON.stringify({
    ready: true,
    pds: network.pds.url,
    appview: network.bsky.url,
    plc: network.plc.url,
    control: `http://${LOOPBACK}:${ports.control}`,
    accounts,
    pid: process.pid,
    tookMs: Date.now() - began,
  }))
} catch (trouble) {
  giveUp(trouble)
}

async function choosePorts() {
  const first = asked.port === undefined ? undefined : Number(asked.port)
  if (first !== undefined && !(Number.isInteger(first) && first >= 1024 && first <= 65_000)) {
    throw new Error(`--port takes a number from 1024 to 65000, not ${asked.port}`)
  }
  const held = await Promise.all(NEEDED.map((name, place) => hold(name, first === undefined ? 0 : first + place)))
  await Promise.all(held.map(({ socket }) => new Promise((done) => socket.close(done))))
  return Object.fromEntries(held.map(({ name, port }) => [name, port]))
}

// All ports are held at once, so that no two names get the same free one.
function hold(name, port) {
  return new Promise((done, refuse) => {
    const socket = createSocketServer()
    socket.on('error', () => refuse(new Error(`Port ${port} (${name}) is taken: choose another --port, or none`)))
    socket.listen(port, LOOPBACK, () => done({ name, socket, port: socket.address().port }))
  })
}

// The network's servers take no address to listen on and would be reachable from outside this machine.
function keepToLoopback() {
  const listen = Server.prototype.listen
  Server.prototype.listen = function (where, ...rest) {
    if (where !== null && typeof where === 'object' && 'port' in where) {
      return listen.call(this, { ...where, host: LOOPBACK }, ...rest)
    }
    if (/^\d+$/.test(String(where))) {
      const others = typeof rest[0] === 'string' ? rest.slice(1) : rest
      return listen.call(this, Number(where), LOOPBACK, ...others)
    }
    return listen.call(this, where, ...rest)
  }
}

function prepareFolder() {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755) // PostgreSQL's user must be able to walk through it
  process.env.TMPDIR = folder // the PDS keeps its repositories and pictures below the temporary folder
}

async function startPostgres(port) {
  const data = join(folder, 'postgres')
  const programs = postgresPrograms()
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (process.getuid() === 0) execFileSync('chown', ['postgres', data])
  const make = asPostgres([join(programs, 'initdb'), '-D', data, '-U', 'peer', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  execFileSync(make[0], make.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
  const settings = [
    `listen_addresses=${LOOPBACK}`, 'unix_socket_directories=', 'log_min_messages=panic',
    'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', // a test's data may be lost
  ].flatMap((setting) => ['-c', setting])
  run('PostgreSQL', asPostgres([...DIES_WITH_US, join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings]))
  await answers('PostgreSQL', port)
  const create = [join(programs, 'psql'), '-h', LOOPBACK, '-p', String(port), '-U', 'peer', '-qc', 'create database network', 'postgres']
  await insist(() => execFileSync(create[0], create.slice(1), { stdio: 'ignore', cwd: '/' }), 'PostgreSQL took no command')
  process.env.DB_POSTGRES_URL = `postgresql://peer@${LOOPBACK}:${port}/network`
  process.env.DB_POSTGRES_SCHEMA = 'peer'
}

function postgresPrograms() {
  if (process.env.PGBIN) return process.env.PGBIN
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean).sort((a, b) => b - a) : []
  if (versions.length === 0) throw new Error('PostgreSQL is not installed: run peers/bluesky/install, or set PGBIN to the folder of its programs')
  return join(debian, String(versions[0]), 'bin')
}

function asPostgres(command) { // PostgreSQL refuses to run as root
  if (process.getuid() !== 0) return command
  return ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', ...command]
}

async function startRedis(port) {
  run('Redis', [...DIES_WITH_US, 'redis-server', '--port', String(port), '--bind', LOOPBACK, '--save', '', '--appendonly', 'no', '--dir', folder])
  await answers('Redis', port)
  process.env.REDIS_HOST = `${LOOPBACK}:${port}`
}

function run(name, command) {
  const server = spawn(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
  server.on('error', (trouble) => giveUp(new Error(`${name} could not be started: ${trouble.message}`)))
  server.on('exit', (code, signal) => giveUp(new Error(`${name} ended by itself (${signal ?? code})`)))
  servers.push(server)
}

function answers(name, port) {
  return insist(() => new Promise((done, refuse) => {
    const socket = connect(port, LOOPBACK, () => done(socket.end()))
    socket.on('error', refuse)
  }), `${name} did not answer on port ${port}`)
}

async function insist(attempt, otherwise) {
  for (const limit = Date.now() + SERVER_ANSWERS_WITHIN_MS; ; await pause(100)) {
    try {
      return await attempt()
    } catch (trouble) {
      if (Date.now() > limit) throw new Error(`${otherwise}: ${trouble.message}`)
    }
  }
}

async function startNetwork(ports) {
  process.env.LOG_ENABLED ??= 'false'
  process.env.NODE_ENV ??= 'development'
  const { TestNetwork } = await import('@atproto/dev-env').catch((trouble) => { // only now: it reads the variables above
    throw new Error(`The network's packages are not installed: run peers/bluesky/install (${trouble.message})`)
  })
  return TestNetwork.create({
    plc: { port: ports.plc },
    pds: { port: ports.pds, hostname: 'localhost', enableDidDocWithSession: true },
    bsky: { port: ports.appview, dbPostgresSchema: 'appview', publicUrl: `http://localhost:${ports.appview}` },
    ozone: { port: ports.ozone, dbMaterializedViewRefreshIntervalMs: 600_000 },
  })
}

async function openAccounts(names) {
  const opened = {}
  for (const name of names) {
    const password = `only-on-loopback-${name}`
    const { did, handle, accessJwt } = await ask('com.atproto.server.createAccount', { handle: `${name}.test`, email: `${name}@example.org`, password })
    const { password: appPassword } = await ask('com.atproto.server.createAppPassword', { name: 'hearten' }, accessJwt)
    opened[name] = { did, handle, password, appPassword }
  }
  return opened
}

async function ask(method, body, token) {
  const answer = await fetch(`${network.pds.url}/xrpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

// GET /settle answers when the AppView has seen all that the PDS gave out. POST /accounts?name=NAME opens one more.
async function answerControl(port) {
  const control = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://control')
    try {
      if (request.method === 'GET' && pathname === '/health') reply(response, 200, { ok: true })
      else if (request.method === 'GET' && pathname === '/settle') {
        await network.processAll(SETTLES_WITHIN_MS)
        reply(response, 200, { settled: true })
      } else if (request.method === 'POST' && pathname === '/accounts') {
        reply(response, 200, Object.values(await openAccounts([searchParams.get('name')]))[0])
      } else reply(response, 404, { error: 'Ask GET /health, GET /settle or POST /accounts?name=' })
    } catch (trouble) {
      reply(response, 500, { error: String(trouble) })
    }
  })
  await new Promise((done, refuse) => control.on('error', refuse).listen(port, LOOPBACK, done))
}

function reply(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function giveUp(trouble) {
  if (ending) return
  console.error(`The Bluesky network could not go on: ${trouble?.stack ?? trouble}`)
  end(1)
}

async function end(code) {
  if (ending) return
  ending = true
  if (network) await Promise.race([network.close().catch(() => {}), pause(CLOSES_WITHIN_MS)])
  await Promise.all(servers.map(stop))
  if (!asked.data) rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  await Promise.race([gone, pause(CLOSES_WITHIN_MS)])
  if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL')
}
