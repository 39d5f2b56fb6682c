output "address" {
  description = "Where to log in."
  value       = hcloud_server.this.ipv4_address
}
