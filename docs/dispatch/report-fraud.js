// Reports a fraud and prints what to correct. Arguments: host:port report.json dispatch.crt dispatch.key authorities.crt
'use strict';

const fs = require('fs');
const path = require('path');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');

const PROTO = path.join(__dirname, '..', '..', 'proto', 'src', 'main');
const SERVICE_CONFIG = path.join(PROTO, 'resources', 'stoppayment', 'intake', 'v1', 'service-config.json');

const definition = protoLoader.loadSync('stoppayment/intake/v1/case_intake_service.proto', {
  includeDirs: [path.join(PROTO, 'proto')],
  longs: String, // sums in fen: a JavaScript number would lose fen beyond 2^53
  enums: String,
});
const { CaseIntakeService } = grpc.loadPackageDefinition(definition).stoppayment.intake.v1;

// One client for the life of the process. The service config has the deadlines and lets the channel retry UNAVAILABLE.
function connect([address, , certificate, key, authorities]) {
  const credentials = grpc.credentials.createSsl(
    fs.readFileSync(authorities), // whose word you take for it that the other end is the intake
    fs.readFileSync(key), // who you are
    fs.readFileSync(certificate));
  return new CaseIntakeService(address, credentials, {
    'grpc.ssl_target_name_override': 'case-intake', // the name in the intake's certificate, whatever its address is
    'grpc.default_authority': 'case-intake',
    'grpc.service_config': fs.readFileSync(SERVICE_CONFIG, 'utf8'),
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 3_000,
    'grpc.keepalive_permit_without_calls': 1,
    'grpc.client_idle_timeout_ms': 20_000,
    'grpc.max_reconnect_backoff_ms': 1_000,
  });
}

// proto-loader takes a moment as seconds and nanos, not as the text of the JSON form.
function timestamp(text) {
  const fraction = /\.(\d{1,9})/.exec(text);
  return {
    seconds: String(Math.floor(Date.parse(text) / 1000)),
    nanos: fraction ? Number(fraction[1].padEnd(9, '0')) : 0,
  };
}

// The report in the JSON form of the contract, as proto-loader takes it.
function read(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'), (name, value) =>
    (name.endsWith('At') && typeof value === 'string' ? timestamp(value) : value));
}

// The same bytes with the same request id, until there is an answer. A refusal is final.
async function report(client, request) {
  const SEND_AGAIN = [grpc.status.UNAVAILABLE, grpc.status.DEADLINE_EXCEEDED, grpc.status.CANCELLED];
  for (;;) {
    try {
      return await new Promise((resolve, reject) => {
        client.reportFraud(request, { deadline: Date.now() + 10_000 },
          (error, answer) => (error ? reject(error) : resolve(answer)));
      });
    } catch (error) {
      // INTERNAL and UNKNOWN without details: the connection was lost.
      const lost = [grpc.status.INTERNAL, grpc.status.UNKNOWN].includes(error.code)
        && error.metadata.get('grpc-status-details-bin').length === 0;
      if (!lost && !SEND_AGAIN.includes(error.code)) {
        throw error;
      }
      console.error(`no answer (${grpc.status[error.code]}): sending the same report again`);
      await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    }
  }
}

async function main(args) {
  const client = connect(args);
  try {
    const answer = await report(client, read(args[1]));
    console.log(`case ${answer.caseId}`);
    (answer.warnings || []).forEach((warning) => console.log(`ask: ${warning.field} ${warning.description}`));
  } finally {
    client.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
