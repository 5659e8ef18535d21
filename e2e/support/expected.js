// What the card is to make of recorded rows, worked out here in another way: in whole millionths.

const KNOWN = [
  ...["CC_VM_Backup", "CC_VM_Replica", "CC_Server_Backup", "CC_Workstation_Backup"],
  ...["VBR_vSphere_VM", "VBR_HyperV_VM", "VBR_Nutanix_VM", "VBR_AHV_VM", "VBR_RHV_VM", "VBR_VM"],
  ...["VBR_Cloud_VM", "VBR_NAS_Backup", "VBR_Application_Plugins"],
  ...["VBR_Server_Agent", "VBR_Workstation_Agent"],
  ...["VBR_Windows_Server_Agent", "VBR_Windows_Workstation_Agent"],
  ...["VAC_Server_Agent", "VAC_Workstation_Agent"],
  ...["VAC_Windows_Server_Agent", "VAC_Windows_Workstation_Agent"],
];

const MEASURES = ["rental", "new", "used"];

const place = (type) => {
  const known = KNOWN.indexOf(type);
  return known === -1 ? KNOWN.length : known;
};

const tally = (rows) => {
  const amounts = MEASURES.map((measure) => ({
    count: rows.reduce((sum, row) => sum + (row[`${measure}Count`] ?? 0), 0),
    millionths: rows.reduce((sum, row) => {
      const amount = row[`${measure}Instances`] ?? row[`${measure}Units`] ?? 0;
      return sum + Math.round(amount * 1e6);
    }, 0),
  }));
  const total = {
    count: amounts.reduce((sum, { count }) => sum + count, 0),
    millionths: amounts.reduce((sum, { millionths }) => sum + millionths, 0),
  };
  const named = [...MEASURES, "total"].map((measure, index) => {
    const { count, millionths } = [...amounts, total][index];
    return [measure, { count, instances: millionths / 1e6 }];
  });
  return Object.fromEntries(named);
};

/** The unit, the workloads without their labels, and the totals of a recorded payload. */
export function expected(payload) {
  const rows = (Array.isArray(payload) ? payload : payload?.data) ?? [];
  const byType = new Map();
  for (const row of rows) {
    const key = (row.type || "Unknown").toLowerCase();
    byType.set(key, [...(byType.get(key) ?? []), row]);
  }
  const workloads = [...byType.values()].map((rows) => {
    const served = rows[0].type || "Unknown";
    const known = KNOWN.find((name) => name.toLowerCase() === served.toLowerCase());
    return { type: known ?? served, ...tally(rows) };
  });
  const lower = ({ type }) => Buffer.from(type.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  workloads.sort(
    (one, other) => place(one.type) - place(other.type) || Buffer.compare(lower(one), lower(other)),
  );
  const unit = rows.map((row) => row.unitType ?? row.unitsType).find(Boolean);
  return { unit: (unit ?? "instances").toLowerCase(), workloads, totals: tally(rows) };
}
