#!/bin/sh
# The first process of the second kernel: it makes a machine on the host's own file system, runs
# the job that lies in $VETHWORK_SHARE, and halts. Nothing but that folder is written to on the host.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t cgroup2 cgroup /sys/fs/cgroup
mount -t tmpfs -o mode=755 run /run
mkdir -p /dev/pts /dev/shm /run/share /run/kernel/lib
mount -t devpts -o ptmxmode=666 devpts /dev/pts
mount -t tmpfs shm /dev/shm
mount --bind "$VETHWORK_SHARE" /run/share

# A /tmp of its own, in which only the folders stay that the job cannot do without.
while read -r folder; do
    mkdir -p "/run/kept$folder"
    mount --bind "$folder" "/run/kept$folder"
done </run/share/kept
mount -t tmpfs tmp /tmp
while read -r folder; do
    mkdir -p "$folder"
    mount --bind "/run/kept$folder" "$folder"
done </run/share/kept

# modprobe looks for modules below a folder of ours, also when the kernel itself calls it.
ln -s /usr/lib/uml/modules /run/kernel/lib/modules
printf '#!/bin/sh\nexec modprobe -d /run/kernel "$@"\n' >/run/kernel/modprobe
chmod +x /run/kernel/modprobe
echo /run/kernel/modprobe >/proc/sys/kernel/modprobe
/run/kernel/modprobe -a 8021q bridge ip_gre ipip macvlan nf_tables sch_netem sch_tbf sit tun veth \
    vrf vxlan
# These two make an interface of their own in the first namespace unless they are told not to.
/run/kernel/modprobe bonding max_bonds=0
/run/kernel/modprobe dummy numdummies=0

ip link set lo up
sh /run/share/job >/run/share/output 2>&1 </dev/null
echo $? >/run/share/status
sync
/run/share/python -c 'import ctypes; ctypes.CDLL(None).reboot(0xCDEF0123)' # RB_HALT_SYSTEM
