// Loaded into the server: when the process that started it is gone, killed or not, the server ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
