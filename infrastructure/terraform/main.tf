# A small server on which the release is installed. Secrets do not go through here, where they would stay in the state: put
# them into /etc/milesbot/secrets once the server is there, then run
# sudo /opt/milesbot/current/install.sh --start

resource "hcloud_ssh_key" "operator" {
  name       = var.name
  public_key = var.ssh_public_key
}

resource "hcloud_firewall" "this" {
  name = var.name

  rule {
    direction  = "in"
    protocol   = "tcp"
    port       = "22"
    source_ips = var.ssh_sources
  }
}

resource "hcloud_volume" "data" {
  name              = "${var.name}-data"
  size              = var.data_gb
  location          = var.location
  format            = "ext4"
  delete_protection = true
}

resource "hcloud_server" "this" {
  name         = var.name
  image        = "debian-12"
  server_type  = var.server_type
  location     = var.location
  ssh_keys     = [hcloud_ssh_key.operator.id]
  firewall_ids = [hcloud_firewall.this.id]

  user_data = templatefile("${path.module}/cloud-init.yml", {
    volume         = hcloud_volume.data.linux_device
    release_url    = var.release_url
    release_sha256 = var.release_sha256
  })
}

resource "hcloud_volume_attachment" "data" {
  volume_id = hcloud_volume.data.id
  server_id = hcloud_server.this.id
  automount = false
}
